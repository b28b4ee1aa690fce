-- New columns and no new tables: dropping "Class" or "Student" would take all that hangs on them along.
ALTER TABLE "Class" ADD COLUMN "codeEnded" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Class" ADD COLUMN "locked" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Class" ADD COLUMN "approves" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Class" ADD COLUMN "nicknames" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Class" ADD COLUMN "asksNumber" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Student" ADD COLUMN "mergedIntoId" TEXT;
ALTER TABLE "Student" ADD COLUMN "number" TEXT;
ALTER TABLE "Student" ADD COLUMN "removedAt" BIGINT;
ALTER TABLE "Student" ADD COLUMN "rosterId" TEXT;
ALTER TABLE "Student" ADD COLUMN "waitingSince" BIGINT;

-- CreateTable
CREATE TABLE "RosterEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT,
    "position" INTEGER NOT NULL,
    CONSTRAINT "RosterEntry_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DevicePass" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    CONSTRAINT "DevicePass_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Student" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RosterEntry_classId_position_idx" ON "RosterEntry"("classId", "position");

-- CreateIndex
CREATE INDEX "DevicePass_studentId_idx" ON "DevicePass"("studentId");

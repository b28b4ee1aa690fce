-- CreateTable
CREATE TABLE "Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "progress" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "usedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "LearnerDevice" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "LearnerDevice_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LearnerPass" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    CONSTRAINT "LearnerPass_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A new column and no new table: dropping "Student" would take all that hangs on it along.
ALTER TABLE "Student" ADD COLUMN "learnerId" TEXT REFERENCES "Learner" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Student_learnerId_idx" ON "Student"("learnerId");

-- CreateIndex
CREATE INDEX "Learner_usedAt_idx" ON "Learner"("usedAt");

-- CreateIndex
CREATE INDEX "LearnerDevice_learnerId_idx" ON "LearnerDevice"("learnerId");

-- CreateIndex
CREATE INDEX "LearnerPass_learnerId_idx" ON "LearnerPass"("learnerId");

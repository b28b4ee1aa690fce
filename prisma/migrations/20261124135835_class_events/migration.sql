-- CreateTable
CREATE TABLE "ClassEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "classId" TEXT NOT NULL,
    "after" INTEGER NOT NULL,
    "who" TEXT,
    "type" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "ClassEvent_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A new column and no new table: dropping "Student" would take sessions and submissions with it.
ALTER TABLE "Student" ADD COLUMN "seed" INTEGER NOT NULL DEFAULT 1;

-- Who joined before has a variant too: the next numbers in the order of joining.
UPDATE "Student" SET "seed" = 1 + (
    SELECT COUNT(*) FROM "Student" AS "other"
    WHERE "other"."classId" = "Student"."classId"
      AND ("other"."createdAt" < "Student"."createdAt"
        OR ("other"."createdAt" = "Student"."createdAt" AND "other"."id" <= "Student"."id"))
);

-- CreateIndex
CREATE INDEX "ClassEvent_classId_seq_idx" ON "ClassEvent"("classId", "seq");

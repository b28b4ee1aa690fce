-- Built-in exercises have a column for their place; until now it stood in `createdAt`.
ALTER TABLE "Exercise" ADD COLUMN "position" INTEGER;

-- `createdAt` becomes what it is called: when the first version was stored.
UPDATE "Exercise" SET
    "position" = "createdAt",
    "createdAt" = COALESCE(
        (SELECT MIN(v."createdAt") FROM "ExerciseVersion" v WHERE v."exerciseId" = "Exercise"."id"),
        "createdAt"
    )
WHERE "slug" IS NOT NULL;

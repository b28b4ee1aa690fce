-- A new column and no new table: the links that were sent stay valid.
ALTER TABLE "TeacherLink" ADD COLUMN "classId" TEXT;

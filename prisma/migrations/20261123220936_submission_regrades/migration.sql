-- AlterTable
ALTER TABLE "Submission" ADD COLUMN "regrades" TEXT;

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "title" TEXT;

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "title" TEXT;

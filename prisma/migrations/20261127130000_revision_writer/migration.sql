-- AlterTable
ALTER TABLE "revisions" ADD COLUMN "writer" TEXT,
ADD COLUMN "model" TEXT;

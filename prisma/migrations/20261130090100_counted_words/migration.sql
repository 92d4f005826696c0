-- AlterTable
ALTER TABLE "tweets" ADD COLUMN "word_count" INTEGER;

-- AlterTable
ALTER TABLE "snapshots" ADD COLUMN "word_count" INTEGER;

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('supported', 'partly', 'unsupported', 'opinion');

-- AlterTable
ALTER TABLE "tweets" ADD COLUMN     "is_locked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "is_opinion" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reasons" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "verdict" "verdict";

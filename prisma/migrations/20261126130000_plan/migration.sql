-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "plan" JSONB;

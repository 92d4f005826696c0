-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "mastodon_limit" INTEGER;

-- What may be thinned out is found by its age, without reading what has stayed.
CREATE INDEX "revisions_edited" ON "revisions"("created_at") WHERE "kind" = 'edited' AND "name" IS NULL;

-- CreateTable
CREATE TABLE "library_entries" (
    "thread_id" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'writing',
    "is_starred" BOOLEAN NOT NULL DEFAULT false,
    "is_doubted" BOOLEAN NOT NULL DEFAULT false,
    "trashed_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title_key" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "snapshot_id" UUID,
    "words" tsvector,

    CONSTRAINT "library_entries_pkey" PRIMARY KEY ("thread_id"),
    CONSTRAINT "library_entries_state_check" CHECK ("state" IN ('writing', 'ready', 'unfinished'))
);

-- CreateTable
CREATE TABLE "source_words" (
    "snapshot_id" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "source_words_pkey" PRIMARY KEY ("snapshot_id")
);

-- CreateTable
CREATE TABLE "thread_tags" (
    "thread_id" UUID NOT NULL,
    "tag" TEXT NOT NULL,
    "owner" UUID NOT NULL,

    CONSTRAINT "thread_tags_pkey" PRIMARY KEY ("thread_id","tag")
);

-- The words of one owner, each under a mark of theirs: so a search, also for the beginning of a word, meets nobody else's
-- words in the index. Twelve digits of the id are enough, as whose a row is is asked for too. It is called dear, so that
-- the index is used rather than the rows read.
CREATE FUNCTION "scoped_words"("owner" UUID, "words" tsvector) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000
RETURN array_to_tsvector(ARRAY(SELECT right("owner"::text, 12) || ':' || "lexeme" FROM unnest("words")));

-- Threads of before; their words are taken up by a job.
INSERT INTO "library_entries" ("thread_id", "owner", "state", "is_doubted", "changed_at")
SELECT t."id", coalesce(t."user_id", t."visitor_id"),
       CASE WHEN g."status" = 'ready' THEN 'ready' WHEN g."status" IN ('failed', 'cancelled') THEN 'unfinished' ELSE 'writing' END,
       EXISTS (SELECT 1 FROM "tweets" w WHERE w."thread_id" = t."id" AND w."verdict" IN ('partly', 'unsupported')),
       t."updated_at"
FROM "threads" t
LEFT JOIN LATERAL (SELECT "status" FROM "generations" WHERE "thread_id" = t."id" ORDER BY "id" DESC LIMIT 1) g ON true
WHERE coalesce(t."user_id", t."visitor_id") IS NOT NULL;

-- CreateIndex
CREATE INDEX "library_entries_snapshot_id_idx" ON "library_entries"("snapshot_id");

-- CreateIndex
CREATE INDEX "thread_tags_owner_tag_thread_id_idx" ON "thread_tags"("owner", "tag", "thread_id" DESC);

-- An index for each order; in the trash there is one order.
CREATE INDEX "library_newest" ON "library_entries"("owner", "thread_id" DESC) WHERE "trashed_at" IS NULL;
CREATE INDEX "library_changed" ON "library_entries"("owner", "changed_at" DESC, "thread_id" DESC) WHERE "trashed_at" IS NULL;
CREATE INDEX "library_titles" ON "library_entries"("owner", "title_key", "thread_id") WHERE "trashed_at" IS NULL;
CREATE INDEX "library_trash" ON "library_entries"("owner", "trashed_at" DESC, "thread_id" DESC) WHERE "trashed_at" IS NOT NULL;

-- What few threads have is found without reading all of them.
CREATE INDEX "library_starred" ON "library_entries"("owner", "thread_id" DESC) WHERE "is_starred" AND "trashed_at" IS NULL;
CREATE INDEX "library_doubted" ON "library_entries"("owner", "thread_id" DESC) WHERE "is_doubted" AND "trashed_at" IS NULL;
CREATE INDEX "library_states" ON "library_entries"("owner", "state", "thread_id" DESC) WHERE "state" <> 'ready' AND "trashed_at" IS NULL;

-- For the sweep of the trash, and for what is still to be taken up.
CREATE INDEX "library_trashed" ON "library_entries"("trashed_at") WHERE "trashed_at" IS NOT NULL;
CREATE INDEX "library_unread" ON "library_entries"("thread_id") WHERE "words" IS NULL;

-- Each change goes into the index at once: a list of pending ones would be read through by every search.
CREATE INDEX "library_words" ON "library_entries" USING gin (scoped_words("owner", "words")) WITH (fastupdate = off);
CREATE INDEX "source_words_words" ON "source_words" USING gin (scoped_words("owner", "words")) WITH (fastupdate = off);

-- AddForeignKey
ALTER TABLE "library_entries" ADD CONSTRAINT "library_entries_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_entries" ADD CONSTRAINT "library_entries_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_words" ADD CONSTRAINT "source_words_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_tags" ADD CONSTRAINT "thread_tags_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An entry comes with its thread.
CREATE FUNCTION "make_library_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_entries" ("thread_id", "owner", "changed_at")
  SELECT NEW."id", coalesce(NEW."user_id", NEW."visitor_id"), NEW."updated_at"
  WHERE coalesce(NEW."user_id", NEW."visitor_id") IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "library_entry_made" AFTER INSERT ON "threads" FOR EACH ROW EXECUTE FUNCTION "make_library_entry"();

-- What an entry copies is copied at the end of a transaction, after all that it locks: so an entry is always the last
-- that is waited for, and nobody waits in a circle.
CREATE FUNCTION "keep_library_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_whose UUID := coalesce(NEW."user_id", NEW."visitor_id");
BEGIN
  UPDATE "library_entries" SET "owner" = is_whose, "changed_at" = NEW."updated_at"
  WHERE "thread_id" = NEW."id" AND ("owner", "changed_at") IS DISTINCT FROM (is_whose, NEW."updated_at");
  UPDATE "thread_tags" SET "owner" = is_whose WHERE "thread_id" = NEW."id" AND "owner" <> is_whose;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "library_entry_kept" AFTER UPDATE OF "user_id", "visitor_id", "updated_at" ON "threads"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "keep_library_entry"();

CREATE FUNCTION "keep_library_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "library_entries" e SET "state" = g."state"
  FROM (
    SELECT CASE WHEN "status" = 'ready' THEN 'ready' WHEN "status" IN ('failed', 'cancelled') THEN 'unfinished'
           ELSE 'writing' END AS "state"
    FROM "generations" WHERE "thread_id" = NEW."thread_id" ORDER BY "id" DESC LIMIT 1
  ) g
  WHERE e."thread_id" = NEW."thread_id" AND e."state" <> g."state";
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "library_state_kept" AFTER INSERT OR UPDATE OF "status" ON "generations"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "keep_library_state"();

-- A source that changes hands, or becomes part of another, takes the words of its texts along.
CREATE FUNCTION "keep_source_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "source_words" w SET "owner" = coalesce(s."user_id", s."visitor_id")
  FROM "snapshots" n JOIN "sources" s ON s."id" = n."source_id"
  WHERE n."id" = w."snapshot_id" AND w."owner" <> coalesce(s."user_id", s."visitor_id")
    AND CASE TG_TABLE_NAME WHEN 'sources' THEN n."source_id" = NEW."id" ELSE n."id" = NEW."id" END;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "source_words_of_source" AFTER UPDATE OF "user_id", "visitor_id" ON "sources"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "keep_source_words"();
CREATE CONSTRAINT TRIGGER "source_words_of_snapshot" AFTER UPDATE OF "source_id" ON "snapshots"
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "keep_source_words"();

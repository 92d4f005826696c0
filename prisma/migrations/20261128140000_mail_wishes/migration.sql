-- AlterTable
ALTER TABLE "generations" ADD COLUMN     "watched_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mail_wishes" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "is_wanted" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_wishes_pkey" PRIMARY KEY ("user_id","kind")
);

-- AddForeignKey
ALTER TABLE "mail_wishes" ADD CONSTRAINT "mail_wishes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "mail_wishes" ADD CONSTRAINT "mail_wishes_kind" CHECK ("kind" IN ('threads', 'usage', 'news'));

-- CreateEnum
CREATE TYPE "user_role" AS ENUM ('user', 'support', 'admin');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "role" "user_role" NOT NULL DEFAULT 'user';

-- CreateTable
CREATE TABLE "seeings" (
    "id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "seeings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "seeings_admin_id_idx" ON "seeings"("admin_id");

-- CreateIndex
CREATE INDEX "seeings_person_id_idx" ON "seeings"("person_id");

-- AddForeignKey
ALTER TABLE "seeings" ADD CONSTRAINT "seeings_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seeings" ADD CONSTRAINT "seeings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seeings" ADD CONSTRAINT "seeings_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A session sees as one person at a time.
CREATE UNIQUE INDEX "seeings_session_id_open_key" ON "seeings"("session_id") WHERE "ended_at" IS NULL;

-- Few have a role, and those are asked for at every deed.
CREATE INDEX "users_role_idx" ON "users"("role") WHERE "role" <> 'user';

-- CreateTable
CREATE TABLE "variants" (
    "thread_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "variants_pkey" PRIMARY KEY ("thread_id","network","version")
);

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

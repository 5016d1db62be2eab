# Tandem for production. Keep its data and give it your organisation and tokens:
#   docker build -t tandem .
#   docker run --env-file .env -v tandem-data:/app/data -v ./org.yml:/app/org.yml:ro -p 3000:3000 tandem
# The database is one SQLite file under /app/data: a volume on this machine, never a network drive.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
RUN mkdir data && chown node:node . data
USER node
COPY --chown=node:node package.json ./
COPY --chown=node:node migrations migrations
# The one package that cannot be bundled: it brings native code.
COPY --from=build --chown=node:node /app/node_modules/better-sqlite3/package.json node_modules/better-sqlite3/
COPY --from=build --chown=node:node /app/node_modules/better-sqlite3/lib node_modules/better-sqlite3/lib
COPY --from=build --chown=node:node /app/node_modules/better-sqlite3/prebuilds node_modules/better-sqlite3/prebuilds
COPY --from=build --chown=node:node /app/dist dist
# A start without tokens ends with 78, and leaves a compile cache behind for the starts with them.
RUN node dist/main.js || test $? -eq 78
VOLUME /app/data
EXPOSE 3000
HEALTHCHECK --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]

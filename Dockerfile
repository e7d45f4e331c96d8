# The service without its embedded database: it needs DATABASE_URL. See docker-compose.yml.

FROM node:24-slim AS build
WORKDIR /app
# What has to be installed changes less often than the code: this layer is kept until a manifest changes.
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/cli/package.json apps/cli/
COPY apps/cli/bin apps/cli/bin
COPY libs/flink-config/package.json libs/flink-config/
COPY libs/memory/package.json libs/memory/
COPY libs/checkpoint/package.json libs/checkpoint/
COPY libs/planner/package.json libs/planner/
COPY libs/rules/package.json libs/rules/
COPY libs/testing/package.json libs/testing/
COPY libs/trace/package.json libs/trace/
COPY libs/units/package.json libs/units/
COPY migrations/package.json migrations/
RUN npm ci
COPY . .
# The optional packages are the embedded database's programs.
RUN npm run build && npm prune --omit=dev --omit=optional

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
# Root's files: the service itself cannot change them.
COPY --from=build /app ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The service handles SIGTERM itself and finishes what has begun: 15 s at most.
CMD ["node", "apps/api/dist/main.js"]

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// PostGraphile over views of the programme; what is the asker's own is a column computed for the bearer, a setting of the transaction.

const packages = createRequire(`${process.env.PEER_FOLDER}/package.json`);
const load = (name) => import(pathToFileURL(packages.resolve(name)).href);
const { postgraphile } = await load('postgraphile');
const { PostGraphileAmberPreset } = await load('postgraphile/presets/amber');
const { makePgService } = await load('postgraphile/adaptors/pg');
const { grafserv } = await load('postgraphile/grafserv/node');

const serving = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['reading'], poolConfig: { max: 12 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false },
  grafast: {
    explain: false,
    context: ({ node }) => {
      const bearer = node?.req.headers.authorization?.slice('Bearer '.length);
      return bearer === undefined ? {} : { pgSettings: { 'reading.secret': bearer } };
    },
  },
});
const server = createServer();
await serving.createServ(grafserv).addTo(server);
const schema = await serving.getSchema();
if (process.env.PRINT_SCHEMA !== undefined) {
  const { printSchema } = await load('graphql');
  process.stdout.write(printSchema(schema));
  process.exit(0);
}
server.listen(Number(process.env.PORT), '127.0.0.1');

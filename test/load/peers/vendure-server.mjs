// A shop with one product on Vendure, found in its own folder. ROLE=fill makes its database and ends; otherwise it serves.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = process.env.VENDURE_FOLDER;
const require = createRequire(join(folder, 'x.js'));
const core = require('@vendure/core');
const url = new URL(process.env.DATABASE_URL);
const config = {
  apiOptions: { port: Number(process.env.PORT), hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
  authOptions: { tokenMethod: ['bearer'], superadminCredentials: { identifier: 'bench', password: 'only-for-the-bench' }, cookieOptions: { secret: 'only for the bench, of no use elsewhere' } },
  dbConnectionOptions: {
    type: 'postgres', host: url.hostname, port: Number(url.port), username: url.username, password: url.password, database: url.pathname.slice(1),
    synchronize: process.env.ROLE === 'fill', extra: { max: 12 },
  },
  paymentOptions: { paymentMethodHandlers: [core.dummyPaymentHandler] },
  orderOptions: { orderItemsLimit: 1e9, orderLineItemsLimit: 1e9 },
  plugins: [core.DefaultJobQueuePlugin.init({}), core.DefaultSearchPlugin.init({ bufferUpdates: false, indexStockStatus: false })],
  logger: new core.DefaultLogger({ level: core.LogLevel.Error }),
};
const initial = {
  defaultLanguage: 'en', defaultZone: 'Asia', countries: [{ name: 'China', code: 'CN', zone: 'Asia' }], taxRates: [{ name: 'Standard', percentage: 6 }],
  shippingMethods: [{ name: 'Post', price: 100 }], paymentMethods: [], collections: [],
};
const product = `name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets
Ticket,ticket,A ticket,,,,,TICKET,10.00,Standard,2000000000,false,,
`;

if (process.env.ROLE === 'fill') {
  const { populate } = require('@vendure/core/cli');
  const csv = join(process.env.WORK_FOLDER, 'product.csv');
  writeFileSync(csv, product);
  const app = await populate(() => core.bootstrap(config), initial, csv);
  await app.close();
  process.exit(0);
}
await core.bootstrap(config);

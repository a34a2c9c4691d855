import 'reflect-metadata';
import { PlacesGuards } from '#places';
import { readSettings } from '#platform';
import { RegistrationGuards } from '#registration';
import { AppModule } from '../../../apps/api/app.module.js';
import { createServer } from '../../../apps/api/http/server.js';
import { RegistrationStore } from '../../../libs/registration/registration.store.js';

/**
 * The api as `apps/api/main.ts` starts it, with the guards named on the command line turned off: the switch of the
 * negative controls, which exists here only. `loose-api.ts poolCondition holderLock idempotencyRow`. The holder is locked
 * twice, as a registration by the verb and as a holder by places: `holderLock` takes both away.
 */
const settings = readSettings();
const app = await createServer(AppModule.for(settings), settings);
for (const guard of process.argv.slice(2)) {
  const owner = [app.get(PlacesGuards, { strict: false }), app.get(RegistrationGuards, { strict: false })].find((guards) => guard in guards);
  if (owner === undefined) throw new Error(`there is no guard ${guard}`);
  Object.assign(owner, { [guard]: false });
  if (guard === 'holderLock') {
    const store = app.get(RegistrationStore, { strict: false });
    store.lock = (tx, id) => store.byId(tx.em, id);
  }
}
await app.listen(settings.API_PORT, settings.API_HOST);
process.on('SIGTERM', () => { void app.close().then(() => process.exit(0)); });

import { createContext, useContext } from 'react';
import { SCRIPTS } from './scripts.js';
import type { BuiltScripts, ScriptName } from './scripts.js';

let built: BuiltScripts = {};

/** Called once when the site starts: where the build put the scripts. */
export function knowScripts(scripts: BuiltScripts): void {
  built = scripts;
}

/** What the page that is being rendered asked for, so that its policy lets nothing run on any other page. */
export const ScriptsAsked = createContext<Set<ScriptName>>(new Set());

/** Makes the page better where scripts run; the page must do all of its work without. */
export function PageScript({ name }: { readonly name: ScriptName }): React.ReactElement {
  useContext(ScriptsAsked).add(name);
  const file = built[`app/${SCRIPTS[name]}`]?.file;
  if (file === undefined) throw new Error(`the script ${name} was not built`);
  return <script type="module" src={`/${file}`} />;
}

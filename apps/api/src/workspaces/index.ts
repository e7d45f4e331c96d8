export { CurrentCaller, Open, Scope } from './access.js';
export { ApiKeys } from './api-keys.js';
export { type Caller, SCOPES, type ScopeName } from './caller.js';
export { DefaultWorkspace } from './default-workspace.js';
export { askForKeys } from './door.js';
export { Workspaces } from './workspaces.js';
export { WorkspacesModule } from './workspaces.module.js';

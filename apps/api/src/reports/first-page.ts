import { html } from './html.js';
import { pageFrame } from './page-frame.js';

/** What stands at `/` as long as there is no sample plan: what the service is, and what to do. */
export const FIRST_PAGE = pageFrame(
  { title: 'No plan yet', where: 'no plan yet', links: [] },
  html`<section class="answer" id="answer" aria-labelledby="h">
<h1 id="h">No plan is stored here yet.</h1>
<p class="next">The sample plan is put in when the service starts, and shown here from then on. To make a plan of your own, send a profile to <code>POST /v1/profiles</code>, then <code>POST /v1/profiles/{id}/plans</code>; its page is at <code>/v1/plans/{id}/page</code>. Both can be tried in the <a href="/docs">API docs</a>.</p>
</section>
`,
  html``,
);

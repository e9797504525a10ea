import { expect, type Page, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { leaveAll } from '../support/leave-all.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** Y1 The snippets of other products, with one address and the key changed (docs/adapters.md). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeAll(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(({ browser }) => leaveAll(browser));
test.afterAll(async () => {
  await ana.leave();
  await relay.remove();
});

const PAGES: Record<string, { snippet: string; person: Record<string, unknown> }> = {
  Intercom: {
    snippet: `<script>window.intercomSettings = { app_id: 'demo', name: 'Mia Hill', plan: 'pro' }</script>
      <script>(function(){var w=window;var ic=w.Intercom;if(typeof ic==="function"){ic('reattach_activator');ic('update',w.intercomSettings);}else{var d=document;var i=function(){i.c(arguments);};i.q=[];i.c=function(args){i.q.push(args);};w.Intercom=i;var l=function(){var s=d.createElement('script');s.type='text/javascript';s.async=true;s.src='/adapters/intercom.js';var x=d.getElementsByTagName('script')[0];x.parentNode.insertBefore(s,x);};if(document.readyState==='complete'){l();}else{w.addEventListener('load',l,false);}}})();</script>
      <script>Intercom('showNewMessage', 'Moved here')</script>`,
    person: { name: 'Mia Hill', attributes: { plan: 'pro' } },
  },
  Chatwoot: {
    snippet: `<script>window.chatwootSettings = { position: 'left', welcomeTitle: 'Good day' };
      (function(d,t) { var g=d.createElement(t),s=d.getElementsByTagName(t)[0]; g.src='/adapters/chatwoot.js'; g.defer=true; g.async=true;
        s.parentNode.insertBefore(g,s); g.onload=function(){ window.chatwootSDK.run({ websiteToken: 'demo', baseUrl: '' }) } })(document, 'script');
      addEventListener('chatwoot:ready', function () {
        $chatwoot.setUser('42', { name: 'Mia Hill' }); $chatwoot.setLabel('vip'); $chatwoot.toggle('open') })</script>`,
    person: { name: 'Mia Hill', attributes: { user_id: '42' }, tags: ['vip'] },
  },
  Crisp: {
    snippet: `<script>window.$crisp=[];window.CRISP_WEBSITE_ID="demo";
      (function(){d=document;s=d.createElement("script");s.src="/adapters/crisp.js";s.async=1;d.getElementsByTagName("head")[0].appendChild(s);})();
      $crisp.push(["set", "user:nickname", ["Mia Hill"]], ["set", "session:data", [[["plan", "pro"]]]], ["do", "chat:open"])</script>`,
    person: { name: 'Mia Hill', attributes: { plan: 'pro' } },
  },
  'tawk.to': {
    snippet: `<script>var Tawk_API=Tawk_API||{}, Tawk_LoadStart=new Date(); Tawk_API.visitor = { name: 'Mia Hill' };
      Tawk_API.onLoad = function () { Tawk_API.setAttributes({ plan: 'pro' }); Tawk_API.maximize() };
      (function(){ var s1=document.createElement("script"),s0=document.getElementsByTagName("script")[0];
      s1.async=true; s1.src='/adapters/tawk.js?site=demo'; s1.charset='UTF-8'; s1.setAttribute('crossorigin','*');
      s0.parentNode.insertBefore(s1,s0); })();</script>`,
    person: { name: 'Mia Hill', attributes: { plan: 'pro' } },
  },
};

const own = (body: string) => (page: Page) =>
  page.route('**/demo/own.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Own</title><body>${body}` }),
  );

for (const [product, { snippet, person }] of Object.entries(PAGES)) {
  test(`Y1 a page written for ${product}: what it says opens the chat, and the agent reads who it is`, async ({
    context,
  }) => {
    const visit = await visitShop(context, relay, '/demo/own.html', own(snippet));
    await expect(visit.dialog).toBeVisible();
    if (product === 'Intercom') {
      await expect(visit.box).toHaveValue('Moved here');
      await visit.box.press('Enter');
    } else await visit.say('Moved here');
    const id = await ana.hears('Moved here');
    await expect.poll(() => ana.knows(id)).toMatchObject(person);
    await ana.close(id);
    expect(visit.problems).toEqual([]);
  });
}

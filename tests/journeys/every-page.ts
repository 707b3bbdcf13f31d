// Every page of the node, where it stands in the demo's world and for whom it is.

import type { PersonKey } from '#world/cast.ts';
import type { Hand } from './hand.ts';
import type { JourneyNode } from './house.ts';

export type PageAt = {
  /** The pattern under which the page is registered; undefined: no page at all. */
  readonly path?: string;
  /** What is special about it here. */
  readonly what: string;
  readonly at: (node: JourneyNode) => string;
  /** Who opens it; null: nobody is signed in. */
  readonly who: PersonKey | null;
  /** Under docs/screenshots/<language>/. */
  readonly shot?: string;
  /** The picture is taken on a phone too, as <shot>-phone. */
  readonly phone?: true;
  /** What to wait for besides the page itself, and what to do before it is looked at. */
  readonly before?: (hand: Hand) => Promise<void>;
};

const fixed = (path: string) => () => path;
const story = (key: string, rest = '') => (node: JourneyNode) => `/cases/${node.world.cases[key]}${rest}`;
const opportunity = (key: keyof JourneyNode['world']['opportunities'], rest = '') => (node: JourneyNode) => `/opportunities/${node.world.opportunities[key]}${rest}`;
const stills = (hand: Hand) => hand.page.locator('.film img').first().waitFor();
const moves = async (hand: Hand) => { await hand.page.locator('.pane canvas:not(.off), .pane video').first().waitFor({ timeout: 30_000 }); };

const cvLists = (hand: Hand) => hand.page.locator('.cv-form h3').first().waitFor();
const openIntroduction = async (hand: Hand) => { await hand.page.locator('main a[href^="/introductions/"]').last().click(); await hand.page.waitForURL(/\/introductions\/./); };

export const everyPage: readonly PageAt[] = [
  { path: '/', what: 'the first page of nobody', at: fixed('/'), who: null, shot: 'landing' },
  { path: '/', what: 'home of an asker with an outcome due', at: fixed('/'), who: 'omid' },
  { path: '/', what: 'home of an asker with a draft and an open question', at: fixed('/'), who: 'arman', shot: 'home', phone: true },
  { path: '/', what: 'home of an expert who is asked', at: fixed('/'), who: 'isabelle' },
  { path: '/', what: 'home of somebody not verified yet', at: fixed('/'), who: 'ali' },
  { path: '/sign-in', what: 'the cast', at: fixed('/sign-in'), who: null, shot: 'sign-in' },
  { path: '/sign-in/link/:token', what: 'a link of a letter', at: fixed('/sign-in/link/none'), who: null },
  { path: '/join', what: 'without an invitation', at: fixed('/join'), who: null },
  { path: '/join/:code', what: 'with a code nobody gave out', at: fixed('/join/AAAA-BBBB-CCCC'), who: null },
  { path: '/first', what: 'the first steward', at: fixed('/first'), who: null },
  { path: '/cases', what: 'mine', at: fixed('/cases'), who: 'arman' },
  { path: '/cases', what: 'asked of me', at: fixed('/cases?list=asked'), who: 'nilufar' },
  { path: '/cases', what: 'open to the node', at: fixed('/cases?list=node'), who: 'maryam' },
  { path: '/cases/new', what: 'a new question', at: fixed('/cases/new'), who: 'kaveh', before: (hand) => hand.page.waitForURL(/\/edit$/) },
  { path: '/cases/:id/edit', what: 'a question begun', at: story('draft', '/edit'), who: 'arman', shot: 'new-case', phone: true },
  { path: '/cases/:id/images', what: 'images of a draft', at: story('draft', '/images'), who: 'arman' },
  { path: '/cases/:id/ask', what: 'whom else to ask', at: story('left-main', '/ask'), who: 'arman', shot: 'whom-to-ask' },
  { path: '/cases/:id', what: 'sealed, accepted, a draft of the opinion begun', at: story('left-main'), who: 'shirin', shot: 'case-sealed', phone: true, before: stills },
  { path: '/cases/:id', what: 'sealed, not accepted yet', at: story('tavi'), who: 'isabelle', before: stills },
  { path: '/cases/:id', what: 'the asker, opinions side by side', at: story('left-main'), who: 'arman', shot: 'case-revealed', before: stills },
  { path: '/cases/:id', what: 'a hidden asker, read by an expert', at: story('perforation'), who: 'hossein', before: stills },
  { path: '/cases/:id', what: 'a hidden asker, read by the asker', at: story('perforation'), who: 'maryam', before: stills },
  { path: '/cases/:id', what: 'decided, an outcome due', at: story('cto'), who: 'omid', before: stills },
  { path: '/cases/:id', what: 'a reader of the node', at: story('cto'), who: 'salim', before: stills },
  { path: '/cases/:id', what: 'not for this person', at: story('left-main'), who: 'salim' },
  { path: '/cases/:id/film', what: 'the viewer', at: story('left-main', '/film'), who: 'arman', shot: 'viewer', before: moves },
  { path: '/looking-out', what: 'a senior, something handed on', at: fixed('/looking-out'), who: 'hossein', shot: 'looking-out', phone: true },
  { path: '/looking-out', what: 'a junior who is looked out for', at: fixed('/looking-out'), who: 'soran' },
  { path: '/looking-out', what: 'asked to look out for somebody', at: fixed('/looking-out'), who: 'arman' },
  { path: '/people', what: 'colleagues', at: fixed('/people'), who: 'arman', shot: 'people' },
  { path: '/people', what: 'found in the other script', at: fixed('/people?q=رضا'), who: 'arman' },
  { path: '/people', what: 'waiting for a voucher', at: fixed('/people?waiting=1'), who: 'samira' },
  { path: '/people/:id', what: 'a colleague', at: (node) => `/people/${node.world.people.nilufar.id}`, who: 'arman', shot: 'profile' },
  { path: '/ties', what: 'ties, with some to confirm', at: fixed('/ties'), who: 'nilufar', shot: 'ties', phone: true },
  { path: '/ties', what: 'of somebody not verified', at: fixed('/ties'), who: 'ali' },
  { path: '/ties/meet', what: 'a tie face to face', at: fixed('/ties/meet'), who: 'claire', before: async (hand) => { await hand.page.locator('main .btn.main').first().click(); await hand.page.locator('.qr').waitFor(); } },
  { path: '/ties/import', what: 'contacts of one’s own file', at: fixed('/ties/import'), who: 'leila' },
  { path: '/introductions', what: 'asked of me, and whom I would introduce', at: fixed('/introductions'), who: 'hossein', shot: 'introductions' },
  { path: '/introductions/:id', what: 'an introduction that went well, seen by who brought it about', at: fixed('/introductions'), who: 'leila', shot: 'introduction', phone: true, before: openIntroduction },
  { path: '/introductions/:id', what: 'a request that waits for an answer', at: fixed('/introductions'), who: 'isabelle', before: openIntroduction },
  { path: '/people/:id/reach', what: 'how one could reach somebody', at: (node) => `/people/${node.world.people.claire.id}/reach`, who: 'soran' },
  { path: '/institutions/:id', what: 'a centre, and how one could reach it', at: (node) => `/institutions/${node.world.ids.institutions.deuxRives}`, who: 'arman' },
  { path: '/me', what: 'my profile', at: fixed('/me'), who: 'nilufar' },
  { path: '/me', what: 'my profile, not verified', at: fixed('/me'), who: 'ali' },
  { path: '/me/devices', what: 'devices and ways in', at: fixed('/me/devices'), who: 'nilufar' },
  { path: '/me/cv', what: 'a full CV', at: fixed('/me/cv'), who: 'soran', shot: 'cv', phone: true, before: cvLists },
  { path: '/me/cv', what: 'a CV not begun', at: fixed('/me/cv'), who: 'omid', before: cvLists },
  { path: '/me/cv/sheet', what: 'a CV as it is read', at: fixed('/me/cv/sheet'), who: 'soran', shot: 'cv-sheet', phone: true },
  { path: '/me/cv/sheet', what: 'a CV not begun, as it is read', at: fixed('/me/cv/sheet'), who: 'omid' },
  { path: '/me/references', what: 'two that hold, one asked', at: fixed('/me/references'), who: 'soran', shot: 'references', phone: true },
  { path: '/me/references', what: 'one to write', at: fixed('/me/references'), who: 'leila' },
  { path: '/references/:id/write', what: 'a reference to write', at: fixed('/me/references'), who: 'leila', before: async (hand) => { await hand.page.locator('main a[href$="/write"]').first().click(); await hand.page.waitForURL(/\/write$/); } },
  { path: '/references/check/:code', what: 'behind the link of a reference', at: fixed('/me/references'), who: 'soran', before: async (hand) => { await hand.page.locator('main a[href^="/references/check/"]').first().click(); await hand.page.waitForURL(/\/check\//); } },
  { path: '/references/check/:code', what: 'a link nobody gave', at: fixed('/references/check/AAAAAAAAAAAAAAAAAAAAAA'), who: null },
  { path: '/me/applications', what: 'one answered', at: fixed('/me/applications'), who: 'maryam' },
  { path: '/opportunities/:id/apply', what: 'before applying', at: (node) => `/opportunities/${node.world.opportunities.toronto}/apply`, who: 'soran', shot: 'apply', phone: true },
  { path: '/opportunities/:id/apply', what: 'answered with a kind word', at: (node) => `/opportunities/${node.world.opportunities.toronto}/apply`, who: 'maryam' },
  { path: '/opportunities/:id/candidates', what: 'those who choose, two candidates', at: (node) => `/opportunities/${node.world.opportunities.lyon}/candidates`, who: 'claire', shot: 'candidates', phone: true },
  { path: '/opportunities/:id/candidates', what: 'somebody named to choose', at: (node) => `/opportunities/${node.world.opportunities.lyon}/candidates`, who: 'isabelle' },
  { path: '/opportunities/:id/candidates', what: 'not for the chief', at: (node) => `/opportunities/${node.world.opportunities.lyon}/candidates`, who: 'omid' },
  { path: '/me/evidence', what: 'the evidence card', at: fixed('/me/evidence'), who: 'soran' },
  { path: '/me/ledger', what: 'what has left my devices', at: fixed('/me/ledger'), who: 'arman' },
  { path: '/arrivals', what: 'what programs sent', at: fixed('/arrivals'), who: 'arman' },
  { path: '/arrivals', what: 'of somebody not verified', at: fixed('/arrivals'), who: 'ali' },
  { path: '/privacy/check', what: 'would this file pass', at: fixed('/privacy/check'), who: 'arman' },
  { path: '/privacy', what: 'what has left the institution', at: fixed('/privacy'), who: 'mina' },
  { path: '/privacy', what: 'not for a colleague', at: fixed('/privacy'), who: 'arman' },
  { path: '/certificates/:id', what: 'a certificate of one’s own', at: fixed('/me/ledger'), who: 'arman', before: async (hand) => { await hand.page.locator('main .list a[href^="/certificates/"]').first().click(); await hand.page.waitForURL(/\/certificates\//); } },
  { path: '/groups', what: 'groups of the node', at: fixed('/groups'), who: 'omid' },
  { path: '/groups/:id', what: 'its officer', at: (node) => `/groups/${node.world.groups.cto}`, who: 'nilufar' },
  { path: '/groups/:id', what: 'somebody invited', at: (node) => `/groups/${node.world.groups.cto}`, who: 'arman' },
  { path: '/opportunities', what: 'what there is for a fellow', at: fixed('/opportunities'), who: 'soran', shot: 'opportunities', phone: true },
  { path: '/opportunities', what: 'with filters that nothing meets', at: fixed('/opportunities?type=locum&country=FR&housing=1'), who: 'mina' },
  { path: '/opportunities/new', what: 'a new opportunity', at: fixed('/opportunities/new'), who: 'bahram', before: (hand) => hand.page.waitForURL(/\/edit$/) },
  { path: '/opportunities/:id/edit', what: 'a draft begun', at: opportunity('draft', '/edit'), who: 'arman' },
  { path: '/opportunities/:id/edit', what: 'told already, to be corrected', at: opportunity('lyon', '/edit'), who: 'claire' },
  { path: '/opportunities/:id', what: 'its poster', at: opportunity('lyon'), who: 'claire', shot: 'opportunity', phone: true },
  { path: '/opportunities/:id', what: 'the first who was told', at: opportunity('lyon'), who: 'nilufar' },
  { path: '/opportunities/:id', what: 'the second, who thought of somebody', at: opportunity('lyon'), who: 'hossein' },
  { path: '/opportunities/:id', what: 'the fellow whom it reached', at: opportunity('lyon'), who: 'soran', shot: 'opportunity-fellow', phone: true },
  { path: '/opportunities/:id', what: 'not for his chief', at: opportunity('lyon'), who: 'omid' },
  { path: '/opportunities/quiet', what: 'a fellow who looks quietly', at: fixed('/opportunities/quiet'), who: 'soran', shot: 'looking-quietly' },
  { path: '/opportunities/quiet', what: 'a teacher who was told', at: fixed('/opportunities/quiet'), who: 'hossein' },
  { path: '/steward/fairness', what: 'who hears, in groups of eight', at: fixed('/steward/fairness'), who: 'nasrin' },
  { path: '/opportunities/:id', what: 'closed with a kind word', at: opportunity('past'), who: 'arman' },
  { path: '/search', what: 'nothing asked yet', at: fixed('/search'), who: 'omid' },
  { path: '/search', what: 'found in the other language', at: fixed('/search?q=calcified left main'), who: 'arman', shot: 'search', phone: true },
  { path: '/search', what: 'an abbreviation with several meanings', at: fixed('/search?q=BAV'), who: 'salim' },
  { path: '/notices', what: 'notices', at: fixed('/notices'), who: 'arman' },
  { path: '/unsent', what: 'nothing waits', at: fixed('/unsent'), who: 'arman' },
  { path: '/steward', what: 'the queue', at: fixed('/steward'), who: 'nasrin', shot: 'steward' },
  { path: '/steward/people', what: 'people', at: fixed('/steward/people'), who: 'nasrin' },
  { path: '/steward/invitations', what: 'invitations', at: fixed('/steward/invitations'), who: 'nasrin' },
  { path: '/steward/settings', what: 'settings', at: fixed('/steward/settings'), who: 'nasrin' },
  { path: '/steward/trail', what: 'the trail', at: fixed('/steward/trail'), who: 'nasrin' },
  { path: '/steward', what: 'not for a colleague', at: fixed('/steward'), who: 'arman' },
  { path: '/coordinator', what: 'the queue', at: fixed('/coordinator'), who: 'leila', shot: 'coordinator', phone: true },
  { path: '/coordinator', what: 'not for a colleague', at: fixed('/coordinator'), who: 'arman' },
  { path: '/coordinator/rota', what: 'who is on call', at: fixed('/coordinator/rota'), who: 'leila' },
  { path: '/cases/:id', what: 'the asker, whose case the node asks on', at: story('queue-running'), who: 'salim' },
  { path: '/kit', what: 'the parts', at: fixed('/kit'), who: 'arman' },
  { what: 'no page at all', at: fixed('/nowhere'), who: 'arman' },
];

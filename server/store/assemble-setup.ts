import type { Engine } from './engine.ts';
import * as setup from './queries/setup.ts';
import { addSite, addSiteOrigins, listSites } from './queries/sites.ts';
import { readTeamTags, setTeamTags } from './queries/team-tags.ts';
import type { SetupStore } from './setup-store.ts';
import type { Store } from './store.ts';

type SitesStore = Pick<Store, 'addSite' | 'addSiteOrigins' | 'listSites'>;

export function setupOf(engine: Engine): SetupStore & SitesStore {
  return {
    addSite: (input) => engine.write(addSite, input),
    addSiteOrigins: (input) => engine.write(addSiteOrigins, input),
    listSites: () => engine.snapshot(listSites, undefined),
    changeSite: (input) => engine.write(setup.changeSite, input),
    retireSite: (input) => engine.write(setup.retireSite, input),
    sawTag: (input) => engine.write(setup.sawTag, input),
    listSightings: (limit) => engine.read(setup.listSightings, limit),
    addTagCheck: (input) => engine.write(setup.addTagCheck, input),
    tellTagCheck: (input) => engine.write(setup.tellTagCheck, input),
    listOpenChecks: (madeSince) => engine.read(setup.listOpenChecks, madeSince),
    findTagCheck: (id) => engine.read(setup.findTagCheck, id),
    readGuide: () => engine.read(setup.readGuide, undefined),
    setGuide: (state) => engine.write(setup.setGuide, state),
    readTeamTags: () => engine.read(readTeamTags, undefined),
    setTeamTags: (input) => engine.write(setTeamTags, input),
  };
}

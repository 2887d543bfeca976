import { programRecord } from '../../../../platform/records/programs/program-record.ts'
import { findSlugs } from '../../../directory/picking/index.ts'
import { wishDocument } from '../document/schema.ts'
import { wishExample, wishForPrograms } from './schema.ts'
import { readWish } from './written-wish.ts'

/** Wishes as programs read and write them. */
export const wishProgram = programRecord({
  scope: 'write:wishes',
  segment: 'wishes',
  schema: wishForPrograms,
  example: wishExample,
  parse: (document) => wishDocument.parse(document),
  show: async (context, _network, document) => {
    const { organisationId } = document
    const slugOf = await findSlugs(context, organisationId === null ? [] : [organisationId])
    return {
      kind: document.kind,
      organisation: organisationId === null ? '' : slugOf(organisationId),
      title: document.title,
      text: document.text,
      themes: document.themes,
      forms: document.forms,
      tiers: document.tiers,
      population_from: document.populationFrom,
      population_to: document.populationTo,
      countries: document.countries,
      languages: document.languages,
      means: document.means,
      mean_kinds: document.meanKinds,
      returns: document.returns,
      return_themes: document.returnThemes,
      horizon: document.horizon,
      expires_on: document.expiresOn,
      found_on: document.foundOn,
      visibility: document.visibility,
    }
  },
  read: readWish,
})

import type { Context } from '../../../platform/context/context.ts'
import { refuseRepeated } from '../../../platform/records/api/program-entries.ts'
import {
  documentPath,
  type ProgramCall,
  programRecord,
} from '../../../platform/records/api/program-record.ts'
import { textAfter } from '../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../platform/records/api/wrong-parts.ts'
import { isSame } from '../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { kindsOf } from '../../directory/index.ts'
import { findIdsBySlug, findSlugs } from '../../directory/picking/index.ts'
import { notesAfter, showNotes } from '../program-notes.ts'
import {
  type NetworkShare,
  type OrganisationDocument,
  organisationDocument,
  shareOf,
  withShare,
} from './document/schema.ts'
import { codeSchemesOf, isCodeOf } from './forms/code-fields.tsx'
import {
  type OrganisationInput,
  organisationExample,
  organisationInput,
} from './organisation-program.schema.ts'

/** Organisations as programs read and write them. */
export const organisationProgram = programRecord({
  scope: 'write:organisations',
  schema: organisationInput,
  example: organisationExample,
  parse: (document) => organisationDocument.parse(document),
  show: showOrganisation,
  read: parseOrganisation,
})

async function showOrganisation(
  context: Context,
  network: RecordNetwork,
  document: OrganisationDocument,
): Promise<OrganisationInput> {
  const { parentId } = document
  const slugOf = await findSlugs(context, parentId === null ? [] : [parentId])
  // The shares of other groups are theirs.
  const { interest, notes } = shareOf(document, network.id)
  return {
    country: document.country,
    kind: document.kind,
    name: document.name,
    short_name: document.shortName,
    machine_names: document.machineNames,
    about: document.about,
    codes: document.codes,
    parent: parentId === null ? null : slugOf(parentId),
    population: document.population,
    population_year: document.populationYear,
    location: document.place,
    valid_from: document.validFrom,
    valid_until: document.validUntil,
    seeks: interest && { seeks: interest.seeks, offers: interest.offers, themes: interest.themes },
    notes: showNotes(notes),
  }
}

/** The organisation after a program sent it: by the same rules as its forms. */
async function parseOrganisation(
  call: ProgramCall<OrganisationDocument>,
  sent: OrganisationInput,
  wrong: WrongParts,
): Promise<OrganisationDocument> {
  const { before, context, network } = call
  const { languages } = network
  const at = (...path: PropertyKey[]) => [...documentPath, ...path]
  const named = sent.parent === null ? [] : [{ slug: sent.parent, path: at('parent') }]
  const idOf = await findIdsBySlug(context, named, wrong)
  refuseIdentity(call, sent, wrong)
  refuseFigures(sent, wrong)
  const { notes } = shareOf(before, network.id)
  const document = {
    ...before,
    country: sent.country,
    kind: sent.kind,
    name: namesAfter(before.name, sent.name),
    shortName: namesAfter(before.shortName, sent.short_name),
    machineNames: sent.machine_names,
    about: textAfter(before.about, sent.about, { path: at('about'), languages, wrong }),
    codes: sent.codes,
    parentId: sent.parent === null ? null : idOf(sent.parent),
    population: sent.population,
    populationYear: sent.population_year,
    place: sent.location,
    validFrom: sent.valid_from,
    validUntil: sent.valid_until,
  }
  return withShare(document, network.id, {
    interest: interestAfter(call, sent, wrong),
    notes: notesAfter(notes, sent.notes, { path: at('notes'), languages, today: context.today, wrong }),
  })
}

function refuseIdentity(
  { before, head, network }: ProgramCall<OrganisationDocument>,
  sent: OrganisationInput,
  wrong: WrongParts,
): void {
  const at = (...path: PropertyKey[]) => [...documentPath, ...path]
  if (head !== null && sent.country !== before.country)
    wrong.add(at('country'), `${before.country}: the country stays`)
  if (head === null && !network.countries.includes(sent.country))
    wrong.add(at('country'), `one of the countries of the group: ${network.countries.join(', ')}`)
  const kinds = kindsOf(sent.country)
  if (sent.kind !== before.kind && !kinds.includes(sent.kind))
    wrong.add(at('kind'), `one of ${kinds.join(', ')}`)
  if (Object.keys(sent.name).length === 0) wrong.add(at('name'), 'a name in one language at least')
  for (const [field, given, known] of [
    ['name', sent.name, before.name],
    ['short_name', sent.short_name, before.shortName],
  ] as const)
    for (const language of Object.keys(given))
      if (!network.languages.includes(language) && given[language] !== known[language])
        wrong.add(at(field, language), `one of the languages of the group: ${network.languages.join(', ')}`)
  for (const [index, language] of sent.machine_names.entries())
    if (sent.name[language] === undefined)
      wrong.add(at('machine_names', index), 'a language in which there is a name')
  refuseRepeated(sent.machine_names, (index) => at('machine_names', index), wrong)
  refuseCodes(before, sent, wrong)
  if (head !== null && sent.parent === head.slug) wrong.add(at('parent'), 'another organisation')
}

function refuseCodes(
  before: OrganisationDocument,
  { country, codes }: OrganisationInput,
  wrong: WrongParts,
): void {
  for (const name of new Set([...Object.keys(before.codes), ...Object.keys(codes)])) {
    if (codes[name] === before.codes[name]) continue
    const scheme = codeSchemesOf(country).find((each) => each === name)
    const place = [...documentPath, 'codes', name]
    if (scheme === undefined)
      wrong.add(place, `one of ${codeSchemesOf(country).join(', ')}; other codes stay as they are`)
    else if (codes[name] !== undefined && !isCodeOf(scheme, codes[name]))
      wrong.add(place, `a code of the kind ${name}`)
  }
}

function refuseFigures(sent: OrganisationInput, wrong: WrongParts): void {
  const { population, population_year: year, valid_from: from, valid_until: until } = sent
  if ((population === null) !== (year === null))
    wrong.add([...documentPath, 'population_year'], 'the year of the population, where there is one')
  if (from !== null && until !== null && from >= until)
    wrong.add([...documentPath, 'valid_until'], 'a day after valid_from')
}

function interestAfter(
  { before, context, network }: ProgramCall<OrganisationDocument>,
  { seeks: sent }: OrganisationInput,
  wrong: WrongParts,
): NetworkShare['interest'] {
  if (sent === null) return null
  const { interest } = shareOf(before, network.id)
  const { languages } = network
  const place = (field: string) => ({ path: [...documentPath, 'seeks', field], languages, wrong })
  refuseRepeated(sent.themes, (index) => [...documentPath, 'seeks', 'themes', index], wrong)
  const after = {
    seeks: textAfter(interest?.seeks ?? {}, sent.seeks, place('seeks')),
    offers: textAfter(interest?.offers ?? {}, sent.offers, place('offers')),
    themes: sent.themes,
  }
  const isEmpty = isSame(after, { seeks: {}, offers: {}, themes: [] })
  return isEmpty ? null : { ...after, knownOn: interest?.knownOn ?? context.today }
}

// An unchanged name keeps its own spaces, such as no-break spaces.
function namesAfter(before: Record<string, string>, sent: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).map(([language, name]) => [
      language,
      name === before[language] ? name : name.normalize('NFC').replaceAll(/\s+/g, ' '),
    ]),
  )
}

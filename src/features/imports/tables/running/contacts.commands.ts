import type { Context } from '../../../../platform/context/context.ts'
import {
  addHolder,
  addPost,
  changePost,
  correctHolder,
  findPost,
  handOver,
  type Post,
  type TypedHolder,
  usualTransferBasis,
  writeKeepingFormer,
} from '../../../contacts/index.ts'
import type { PlannedRow } from '../plan/planned-row.ts'
import type { RowFacts } from '../rows/row-facts.ts'
import { readLanguages } from '../words/language-words.ts'
import type { Amended, Made } from './made.ts'

export interface ContactPlace {
  importId: string
  networkId: string
  language: string
  /** Of the network: the languages in which its contacts may be addressed. */
  languages: readonly string[]
}

/** A row with its organisation, and the country in which the holder of the post works. */
export interface ContactRow {
  row: PlannedRow
  organisationId: string
  residence: string
}

/** Adds the post of a row, with its holder if the row gives one. */
export async function addContact(
  context: Context,
  { networkId, language, languages }: ContactPlace,
  { row: { facts }, organisationId, residence }: ContactRow,
): Promise<Made> {
  const postId = await addPost(context, networkId, {
    organisationId,
    function: { original: language, texts: { [language]: facts.post }, reviewed: [] },
    kind: 'other',
    themes: [],
    position: facts.number,
  })
  if (facts.person !== '')
    await addHolder(context, networkId, postId, holderOf(facts, { language, languages, residence }))
  return { kind: 'post', id: postId, row: facts.number }
}

/** Writes a row into a contact that was there before, in a way that can be undone. Returns what it wrote, without values. */
export async function amendContact(
  context: Context,
  place: ContactPlace,
  contact: ContactRow,
  postId: string,
): Promise<Amended> {
  const { importId, networkId } = place
  await writeKeepingFormer(context, { importId, networkId, postId }, (inside) =>
    tellContact(inside, place, contact, postId),
  )
  const { facts, told } = contact.row
  const changes = told
    .filter(({ way: resolution }) => resolution === 'replace')
    .map(({ value }) => ({ path: [value.part], language: null, before: undefined, after: undefined }))
  return { kind: 'holder', id: postId, row: facts.number, changes, evidenceIds: [] }
}

/** Writes a row into an existing contact. */
export async function tellContact(
  context: Context,
  { networkId, language, languages }: ContactPlace,
  { row: { facts, told }, residence }: ContactRow,
  postId: string,
): Promise<void> {
  const viewer = { actor: context.actor, networkId, countries: [] }
  const post = await findPost(context, viewer, postId)
  const has = (part: string) =>
    told.some(({ way: resolution, value }) => resolution === 'replace' && value.part === part)
  if (has('post')) await changePost(context, networkId, postId, renamed(post, facts.post, language))
  if (has('person')) {
    const next = holderOf(facts, { language, languages, residence })
    if (post.holder) await handOver(context, networkId, postId, { until: null, next })
    else await addHolder(context, networkId, postId, next)
  } else if (post.holder && (has('address') || has('telephone')))
    await correctHolder(context, networkId, postId, {
      ...asTyped(post.holder),
      ...(has('address') ? { email: facts.address.toLowerCase() } : {}),
      ...(has('telephone') ? { telephone: facts.telephone } : {}),
    })
}

/** The data kept about a person, in the form in which a coordinator types them. */
function asTyped(holder: NonNullable<Post['holder']>): TypedHolder {
  const {
    name,
    salutation,
    languages,
    email,
    telephone,
    from,
    residence,
    provenance,
    provenanceNote,
    legalBasis,
    transferBasis,
    retentionUntil,
  } = holder
  return {
    ...{ name, salutation, languages, email, telephone, from, residence },
    ...{ provenance, provenanceNote, legalBasis, transferBasis, retentionUntil },
  }
}

function renamed({ function: called, kind, themes, position }: Post, post: string, language: string) {
  const texts = Object.fromEntries(Object.entries(called).map(([each, { text }]) => [each, text]))
  return {
    function: { original: null, texts: { ...texts, [language]: post }, reviewed: [] },
    kind,
    themes,
    position,
  }
}

function holderOf(
  facts: RowFacts,
  { language, languages, residence }: Pick<ContactPlace, 'language' | 'languages'> & { residence: string },
): TypedHolder {
  const transfer = usualTransferBasis(residence)
  return {
    name: { [language]: facts.person },
    salutation: {},
    languages: readLanguages(facts.languages, languages),
    email: facts.address === '' ? null : facts.address.toLowerCase(),
    telephone: facts.telephone === '' ? null : facts.telephone,
    from: null,
    residence,
    provenance: 'organisation',
    provenanceNote: '',
    legalBasis: 'public_interest',
    // Consent cannot be requested without an address: such a person is visible only in their own country.
    transferBasis: transfer === 'separate_consent' && facts.address === '' ? 'no_transfer' : transfer,
    retentionUntil: null,
  }
}

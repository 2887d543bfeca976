import type { Context } from '../../../../platform/context/context.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import { freeSlug, slugOf } from '../../../../platform/input/slug.ts'
import { addOrganisation, changeOrganisation, listOrganisationsBySlug } from '../../../directory/index.ts'
import { replaceInterest } from '../../interests/commands.ts'
import { replaceNotes } from '../../notes/commands.ts'
import { type OrganisationDocument, shareOf } from './schema.ts'

interface Place {
  id: string
  networkId: string
}

/** Writes the differences between two states of an organisation: in the directory, and in this network’s own share. */
export async function writeOrganisation(
  context: Context,
  { id, networkId }: Place,
  before: OrganisationDocument,
  after: OrganisationDocument,
): Promise<void> {
  await changeOrganisation(context, id, after)
  await writeShare(context, { id, networkId }, before, after)
}

/** Creates an organisation from its document, with an address of its own; returns its id. */
export async function insertOrganisation(
  context: Context,
  networkId: string,
  document: OrganisationDocument,
): Promise<string> {
  const { country, kind, name, shortName, about, codes, parentId, place } = document
  const wished = slugOf(name.en ?? name.fr ?? '', kind.replaceAll('_', '-'))
  const id = await addOrganisation(context, {
    slug: await findFreeSlug(context, wished),
    country,
    kind,
    name,
    shortName,
    about,
    codes,
    parentId,
    place,
  })
  await writeShare(context, { id, networkId }, { ...document, networks: {} }, document)
  return id
}

async function writeShare(
  context: Context,
  { id, networkId }: Place,
  before: OrganisationDocument,
  after: OrganisationDocument,
): Promise<void> {
  const [was, is] = [shareOf(before, networkId), shareOf(after, networkId)]
  const interestId = await replaceInterest(
    context,
    { organisationId: id, networkId },
    was.interest,
    is.interest,
  )
  const subject =
    interestId === null
      ? { kind: 'organisation' as const, id }
      : { kind: 'interest' as const, id: interestId }
  await replaceNotes(context, { ...subject, networkId }, was.notes, is.notes)
}

const mostNamesakes = 200

async function findFreeSlug(context: Context, wished: string): Promise<string> {
  await takeTurn(context, `directory_organisation ${wished}`)
  const candidates = Array.from({ length: mostNamesakes }, (_, index) =>
    index === 0 ? wished : `${wished}-${index + 1}`,
  )
  const taken = await listOrganisationsBySlug(context, candidates)
  return freeSlug(wished, new Set(taken.map(({ slug }) => slug)))
}

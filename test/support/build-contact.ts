import { addHolder, type TypedHolder } from '../../src/features/contacts/holders/commands.ts'
import { addPost } from '../../src/features/contacts/posts/commands.ts'
import type { Context } from '../../src/platform/context/context.ts'

export interface BuiltContact {
  postId: string
  /** Beginning of the addresses of its pages, without the language. */
  path: string
}

/** Adds a post of an organisation with a holder (null for a vacant one); what matters to the test is given. */
export async function buildContact(
  context: Context,
  network: { id: string; slug: string },
  organisationId: string,
  holder: Partial<TypedHolder> | null = {},
): Promise<BuiltContact> {
  const postId = await addPost(context, network.id, {
    organisationId,
    function: { texts: { fr: 'Adjointe au maire' }, reviewed: [], original: 'fr' },
    kind: 'elected',
    themes: ['culture'],
    position: 1,
  })
  if (holder !== null)
    await addHolder(context, network.id, postId, {
      name: { fr: 'Solange Kerbihan' },
      salutation: { fr: 'Madame l’Adjointe' },
      languages: ['fr'],
      email: 'solange.kerbihan@ville.example',
      telephone: '+33 5 55 00 00 00',
      from: '2014-04',
      residence: 'FR',
      provenance: 'organisation',
      provenanceNote: '',
      legalBasis: 'public_interest',
      transferBasis: 'adequacy',
      retentionUntil: null,
      ...holder,
    })
  return { postId, path: `${network.slug}/contacts/${postId}` }
}

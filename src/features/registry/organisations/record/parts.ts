import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { notePart } from '../../notes/note-part.tsx'
import { organisationDocument, shareOf, withShare } from '../document/schema.ts'
import { aboutForm } from '../forms/about-form.tsx'
import { identityForm } from '../forms/identity-form.tsx'
import { interestForm } from '../forms/interest-form.tsx'
import { placeForm } from '../forms/place-form.tsx'

/** The forms of an organisation, in the order in which they are offered. */
export const organisationParts: readonly RecordPart[] = [
  interestForm,
  aboutForm,
  identityForm,
  placeForm,
  notePart({
    parse: (document) => organisationDocument.parse(document),
    notesOf: ({ document, network }) => shareOf(document, network.id).notes,
    withNotes: ({ document, network }, notes) => withShare(document, network.id, { notes }),
  }),
]

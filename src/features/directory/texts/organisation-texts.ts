import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { replaceOrganisationText } from './commands.ts'
import { listOrganisationTexts } from './queries.ts'

/** What is said of organisations, for whoever translates it. */
export const organisationTexts: TextOwner = {
  kind: 'organisation',
  label: 'directory.text.organisation',
  fieldLabel: () => 'directory.text.about',
  listTexts: listOrganisationTexts,
  replaceText: replaceOrganisationText,
}

import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { replaceOrganisationText } from './commands.ts'
import { listOrganisationTexts } from './queries.ts'

/** The texts about organisations, for translators. */
export const organisationTexts: TextOwner = {
  kind: 'organisation',
  label: 'directory.text.organisation',
  fieldLabel: () => 'directory.text.about',
  listTexts: listOrganisationTexts,
  replaceText: replaceOrganisationText,
}

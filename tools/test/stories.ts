/** What each feature is for, shown once from the first page to the last: these tests are run on both databases. */
export const stories: readonly string[] = [
  'src/features/agenda/agenda.test.ts',
  'src/features/contacts/contacts.test.ts',
  'src/features/contributions/suggestions/suggestions.test.ts',
  'src/features/demonstration/people.test.ts',
  'src/features/directory/pages.test.ts',
  'src/features/imports/texts/importing.test.ts',
  'src/features/minutes/meetings/meetings.test.ts',
  'src/features/newsletter/sending/sending.test.ts',
  'src/features/outbox/pages.test.ts',
  'src/features/partners/expectations/expectations.test.ts',
  'src/features/people/sign-in/sign-in.test.ts',
  'src/features/personal-data/erasure.test.ts',
  'src/features/registry/api.test.ts',
  'src/features/site/pages.test.ts',
  'src/features/translations/translations.test.ts',
  // Of networks: who belongs to one.
  'test/group-members.test.ts',
]

/**
 * What the jsonb columns hold, by name, or by table and name where one table differs; `Json` when nothing is said.
 * The database does not check it: only the feature that owns the table writes there.
 */
export const jsonShapes: Readonly<Record<string, string>> = {
  about: 'LocalizedText',
  codes: 'Record<string, string>',
  frame: 'LocalizedText',
  function: 'LocalizedText',
  from_words: 'LocalizedText',
  label: 'LocalizedText',
  name: 'LocalizedName',
  note: 'LocalizedText',
  object: 'LocalizedText',
  offers: 'LocalizedText',
  person: 'LocalizedText',
  purpose: 'LocalizedText',
  reason: 'LocalizedText',
  recipients: 'LocalizedText',
  role: 'LocalizedText',
  said_by: 'LocalizedText',
  salutation: 'LocalizedName',
  seeks: 'LocalizedText',
  short_name: 'LocalizedName',
  signatory: 'LocalizedText',
  since_words: 'LocalizedText',
  summary: 'LocalizedText',
  text: 'LocalizedText',
  title: 'LocalizedText',
  until_words: 'LocalizedText',
  words: 'LocalizedText',
  'contributions_draft.fields': 'FormValues',
  'contributions_suggestion.document': 'RecordDocument',
  'contributions_version.changed': 'string[]',
  'contributions_version.document': 'RecordDocument',
  'networks_network.objectives': 'LocalizedText[]',
  'people_token.scopes': 'Scope[]',
  'platform_answered_call.answer': 'CallAnswer',
  'platform_mail.body': 'MailBlock[]',
  'platform_mail.list': 'MailList',
  'translations_record.label': 'LocalizedName',
}

/** Where the shapes that are no plain TypeScript come from, seen from the generated file. */
export const shapeImports: Readonly<Record<string, string>> = {
  CallAnswer: '../http/api/call-answer.ts',
  FormValues: '../input/form.ts',
  LocalizedName: '../i18n/localized-text.ts',
  LocalizedText: '../i18n/localized-text.ts',
  RecordDocument: '../records/record-document.ts',
  Scope: '../context/actor.ts',
  MailBlock: '../mail/mail.ts',
  MailList: '../mail/mail.ts',
}

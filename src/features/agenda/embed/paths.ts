import { type Reader, withParameters } from '../../../platform/i18n/reader.ts'

type Parameters = Record<string, string | string[] | undefined>

/** Addresses of the agenda for other sites. */
export const embedPaths = {
  script: '/embed/agenda.js',
  page: (network: string, language: string, parameters: Parameters = {}) =>
    withParameters(`/embed/${network}/agenda`, { lang: language, ...parameters }),
  making: ({ language }: Pick<Reader, 'language'>, network: string, parameters: Parameters = {}) =>
    withParameters(`/${language}/${network}/agenda/embed`, parameters),
}

import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FieldError } from '../../../../platform/input/form.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { countryName, type OrganisationRecord } from '../../../directory/index.ts'
import { MembersRefused } from './commands.ts'
import type { MemberProblem, PlacedProblem } from './member-problems.ts'

/** The errors of a form whose command has refused a list of members; `fields` names those that the form calls otherwise. Throws any other error. */
export function problemErrors(
  reader: Reader,
  error: unknown,
  fields: Partial<Record<PlacedProblem['field'], string>>,
): FieldError[] {
  if (!(error instanceof MembersRefused)) throw error
  return error.problems.map(({ field, problem }) => ({
    field: fields[field] ?? field,
    message: () => problemInWords(reader, problem),
  }))
}

function problemInWords(reader: Reader, problem: MemberProblem): string {
  const { t } = reader
  const nameOf = (organisation: OrganisationRecord | null) =>
    organisation ? chooseName(organisation.name, reader.language).text : ''
  switch (problem.code) {
    case 'noAuthority':
      return t('registry.members.problem.noAuthority', { name: nameOf(problem.organisation) })
    case 'abroad': {
      const countries = problem.countries.map((code) => countryName(reader, code)).join(', ')
      return t('registry.members.problem.abroad', { name: nameOf(problem.organisation), countries })
    }
    case 'ended': {
      const after = problem.organisation.successors
        .map((each) => chooseName(each.name, reader.language).text)
        .join(', ')
      const given = { name: nameOf(problem.organisation), day: dayWords(reader, problem.on) }
      return after === ''
        ? t('registry.members.problem.ended', given)
        : t('registry.members.problem.succeeded', { ...given, after })
    }
    case 'clash':
      return t('registry.members.problem.clash', { name: nameOf(problem.organisation) })
    case 'endsFirst':
      return t('registry.members.problem.endsFirst')
    default:
      return t(`registry.members.problem.${problem.code}`)
  }
}

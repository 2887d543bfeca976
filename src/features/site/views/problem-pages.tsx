import type { FastifyRequest } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { personOf } from '../../../platform/http/page-request.ts'
import type { Problem, ProblemRenderer } from '../../../platform/http/problems.ts'
import { isInterfaceLanguage, negotiateLanguage } from '../../../platform/i18n/languages.ts'
import { anyReader, type Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { ErrorContent } from '../../../ui/blocks/error-content.tsx'
import { sitePage } from '../../../ui/shell/site-page.tsx'

/** Error pages, in the language of the address or else of the browser, each with links to go on. */
export function problemPages(application: Application): ProblemRenderer {
  const readerOf = (request: FastifyRequest): Reader => {
    const first = (request.raw.url ?? '').split(/[/?]/)[1] ?? ''
    const language = isInterfaceLanguage(first)
      ? first
      : negotiateLanguage(request.headers['accept-language'])
    const today = application.settings.now ?? dayOf(application.clock)
    return { ...anyReader(language, application.translate(language), today), ...personOf(request) }
  }
  return {
    title: (request, problem) => titleOf(readerOf(request), problem),
    page: (request, problem) => {
      const reader = readerOf(request)
      const title = titleOf(reader, problem)
      return sitePage(application, reader, {
        title,
        description: title,
        path: '',
        noindex: true,
        children: (
          <ErrorContent
            title={title}
            message={adviceOf(reader, problem)}
            reference={problem.status >= 500 ? problem.reference : undefined}
            links={[
              { label: reader.t('site.problem.home'), href: `/${reader.language}` },
              { label: reader.t('site.problem.directory'), href: `/${reader.language}/directory` },
            ]}
          />
        ),
      })
    },
  }
}

const titles: Partial<Record<Problem['reason'], PlainMessageKey>> = {
  notFound: 'site.problem.notFound',
  notAllowed: 'site.problem.notAllowed',
  tooMany: 'site.problem.tooMany',
  tooLarge: 'site.problem.tooLarge',
  tooLate: 'site.problem.tooLate',
  taken: 'site.problem.taken',
  atOnce: 'site.problem.atOnce',
  notSignedIn: 'site.problem.notSignedIn',
  changedMeanwhile: 'site.problem.changedMeanwhile',
  versionMissing: 'site.problem.versionMissing',
  wrongMediaType: 'site.problem.wrongMediaType',
  wrongInput: 'site.problem.wrongInput',
  fault: 'site.problem.fault',
  unavailable: 'site.problem.unavailable',
  dayOutOfReach: 'site.problem.dayOutOfReach',
}

const advice: Partial<Record<Problem['reason'], PlainMessageKey>> = {
  notFound: 'site.problem.notFoundAdvice',
  notAllowed: 'site.problem.notAllowedAdvice',
  tooMany: 'site.problem.tooManyAdvice',
  fault: 'site.problem.faultAdvice',
  unavailable: 'site.problem.unavailableAdvice',
  dayOutOfReach: 'site.problem.dayOutOfReachAdvice',
  atOnce: 'site.problem.atOnceAdvice',
  taken: 'site.problem.takenAdvice',
  tooLate: 'site.problem.takenAdvice',
  changedMeanwhile: 'site.problem.takenAdvice',
}

const titleOf = ({ t }: Reader, { reason }: Problem) => t(titles[reason] ?? 'site.problem.badRequest')
const adviceOf = ({ t }: Reader, { reason }: Problem) => t(advice[reason] ?? 'site.problem.badRequestAdvice')

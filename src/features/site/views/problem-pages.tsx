import type { FastifyRequest } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { personOf } from '../../../platform/http/page-request.ts'
import type { Problem, ProblemRenderer } from '../../../platform/http/problems.ts'
import { isInterfaceLanguage, negotiateLanguage } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { ErrorContent } from '../../../ui/blocks/error-content.tsx'
import { sitePage } from '../../../ui/shell/site-page.tsx'

/** Pages for what went wrong, in the language of the address or else of the browser, each with a way on. */
export function problemPages(application: Application): ProblemRenderer {
  const readerOf = (request: FastifyRequest): Reader => {
    const first = (request.raw.url ?? '').split(/[/?]/)[1] ?? ''
    const language = isInterfaceLanguage(first)
      ? first
      : negotiateLanguage(request.headers['accept-language'])
    const today = application.settings.now ?? dayOf(application.clock)
    return {
      language,
      interfaceLanguage: language,
      t: application.translate(language),
      today,
      now: null,
      ...personOf(request),
    }
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
            reader={reader}
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

function titleOf({ t }: Reader, { reason }: Problem): string {
  switch (reason) {
    case 'notFound':
      return t('site.problem.notFound')
    case 'notAllowed':
      return t('site.problem.notAllowed')
    case 'tooMany':
      return t('site.problem.tooMany')
    case 'tooLarge':
      return t('site.problem.tooLarge')
    case 'tooLate':
      return t('site.problem.tooLate')
    case 'taken':
      return t('site.problem.taken')
    case 'atOnce':
      return t('site.problem.atOnce')
    case 'notSignedIn':
      return t('site.problem.notSignedIn')
    case 'changedMeanwhile':
      return t('site.problem.changedMeanwhile')
    case 'versionMissing':
      return t('site.problem.versionMissing')
    case 'wrongMediaType':
      return t('site.problem.wrongMediaType')
    case 'wrongInput':
      return t('site.problem.wrongInput')
    case 'fault':
      return t('site.problem.fault')
    case 'unavailable':
      return t('site.problem.unavailable')
    case 'dayOutOfReach':
      return t('site.problem.dayOutOfReach')
    default:
      return t('site.problem.badRequest')
  }
}

function adviceOf({ t }: Reader, { reason }: Problem): string {
  switch (reason) {
    case 'notFound':
      return t('site.problem.notFoundAdvice')
    case 'notAllowed':
      return t('site.problem.notAllowedAdvice')
    case 'tooMany':
      return t('site.problem.tooManyAdvice')
    case 'fault':
      return t('site.problem.faultAdvice')
    case 'unavailable':
      return t('site.problem.unavailableAdvice')
    case 'dayOutOfReach':
      return t('site.problem.dayOutOfReachAdvice')
    case 'atOnce':
      return t('site.problem.atOnceAdvice')
    case 'taken':
    case 'tooLate':
    case 'changedMeanwhile':
      return t('site.problem.takenAdvice')
    default:
      return t('site.problem.badRequestAdvice')
  }
}

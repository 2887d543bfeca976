import type { RecordLink } from '../../../platform/records/record-link.ts'
import { paths } from '../paths.ts'

/** From a tie to the legal path of its newest agreement. */
export const linkToLegalPath: RecordLink = async ({ reader, network, kind, record }) =>
  kind === 'cooperation'
    ? {
        href: paths.legalPath(reader, network.slug, { tie: record.slug }),
        label: reader.t('briefs.path.link'),
      }
    : null

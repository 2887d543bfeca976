import { pageAddresses } from '../../../tools/browser/addresses.ts'
import { lookAtPages } from './look-at-pages.ts'

lookAtPages(
  'reached by doing something',
  pageAddresses.filter(({ reach }) => reach),
)

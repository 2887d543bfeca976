import { pageAddresses } from '../../../tools/browser/addresses.ts'
import { lookAtPages } from './look-at-pages.ts'

lookAtPages(
  'with an address of their own',
  pageAddresses.filter(({ reach }) => !reach),
)

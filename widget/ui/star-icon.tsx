import { Icon } from './icons.tsx';

/** Of the rating alone, and so not in the panel's file. */
export const StarIcon = () => (
  <Icon shape="m10 2.6 2.3 4.7 5.1.7-3.7 3.6.9 5.1-4.6-2.4-4.6 2.4.9-5.1L2.600 8l5.1-.7z" />
);

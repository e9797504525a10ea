import { Icon } from '../icons.tsx';

interface Props {
  size?: number;
}

export const DownIcon = (props: Props) => (
  <Icon {...props}>
    <path d="m5 8 5 5 5-5" />
  </Icon>
);
export const FilterIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3 5.5h14M5.5 10h9M8.5 14.5h3" />
  </Icon>
);
export const OrderIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3" />
  </Icon>
);
export const EditIcon = (props: Props) => (
  <Icon {...props}>
    <path d="m12.5 4.5 3 3L7 16H4v-3z" />
  </Icon>
);
export const UpIcon = (props: Props) => (
  <Icon {...props}>
    <path d="m5 12 5-5 5 5" />
  </Icon>
);

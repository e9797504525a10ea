import type { ComponentChildren } from 'preact';

/** One stroke set on a 20 px grid, as base.css has it: each row of a long list would set it again (0375). Hidden from assistive technology: the control around it has the name. */
export function Icon({
  children,
  size = 20,
  class: extra,
}: {
  children: ComponentChildren;
  size?: number;
  class?: string;
}) {
  return (
    <svg class={extra ? `icon ${extra}` : 'icon'} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

interface Props {
  size?: number;
}

export const BellIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3 14.5h14M4.2 14.5a5.8 5.8 0 0 1 11.6 0M10 8.7V6.5M8.2 6.2h3.6M8.3 17.2h3.4" />
  </Icon>
);
export const InboxIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3 11.5 5 4.6A1.5 1.5 0 0 1 6.4 3.5h7.2A1.5 1.5 0 0 1 15 4.6l2 6.9v3.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15zM3 11.5h4l1 2h4l1-2h4" />
  </Icon>
);
export const VisitorsIcon = (props: Props) => (
  <Icon {...props}>
    <circle cx="7.2" cy="7" r="2.7" />
    <path d="M2.2 16c.4-2.8 2.4-4.4 5-4.4s4.6 1.6 5 4.4M12.6 4.7a2.5 2.5 0 0 1 0 4.7M14.3 12c2 .6 3.2 2 3.5 4" />
  </Icon>
);
export const FindIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M13 13l4 4M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z" />
  </Icon>
);
export const ReportsIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3.5 16.5h13M5.5 13.5v-3M10 13.5v-9M14.5 13.5V8" />
  </Icon>
);
export const SettingsIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
    <circle cx="12" cy="6" r="2" />
    <circle cx="8" cy="14" r="2" />
  </Icon>
);
export const ClockIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M16.8 10a6.8 6.8 0 1 1-13.6 0 6.8 6.8 0 0 1 13.6 0M10 6.2V10l2.6 1.6" />
  </Icon>
);
export const AlertIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M10 3.2 17.5 16H2.5zM10 8.2v3.4M10 13.8v.1" />
  </Icon>
);
export const SendIcon = (props: Props) => (
  <Icon {...props} class="mirrored">
    <path d="M3.5 4 17 10 3.5 16l2-6zM5.5 10H11" />
  </Icon>
);
export const BackIcon = (props: Props) => (
  <Icon {...props} class="mirrored">
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Icon>
);
export const ChevronDownIcon = (props: Props) => (
  <Icon {...props}>
    <path d="m5.5 8 4.5 4.5L14.5 8" />
  </Icon>
);
export const MoreIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M4.500 10h.1M10 10h.1M15.500 10h.1" stroke-width="2.5" />
  </Icon>
);
export const ArrowUpIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M10 15.500v-11M5.500 9 10 4.500 14.500 9" />
  </Icon>
);
export const ArrowDownIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M10 4v12M5.5 11.5 10 16l4.5-4.5" />
  </Icon>
);
export const CheckIcon = (props: Props) => (
  <Icon {...props}>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Icon>
);
export const DoubleCheckIcon = (props: Props) => (
  <Icon {...props}>
    <path d="m2 10.5 3.5 3.5L13 6M9.5 13.2l.8.8L17.8 6" />
  </Icon>
);
export const CloseIcon = (props: Props) => (
  <Icon {...props}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const PanelIcon = (props: Props) => (
  <Icon {...props} class="mirrored">
    <rect x="3" y="4" width="14" height="12" rx="2" />
    <path d="M12.5 4v12" />
  </Icon>
);
export const SoundOnIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3.5 8v4h2.7L10 15.2V4.8L6.2 8zM13 7.6a3.4 3.4 0 0 1 0 4.8M15.2 5.4a6.5 6.5 0 0 1 0 9.2" />
  </Icon>
);
export const SoundOffIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3.5 8v4h2.7L10 15.2V4.8L6.2 8zM13.2 8l4 4M17.2 8l-4 4" />
  </Icon>
);
export const SignOutIcon = (props: Props) => (
  <Icon {...props} class="mirrored">
    <path d="M8.5 3.5h-4v13h4M12.5 6.5 16 10l-3.5 3.5M16 10H8" />
  </Icon>
);
export const CopyIcon = (props: Props) => (
  <Icon {...props}>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.8" />
    <path d="M4.8 13H4a1 1 0 0 1-1-1V4.5A1.5 1.5 0 0 1 4.5 3H12a1 1 0 0 1 1 1v.8" />
  </Icon>
);
export const OfflineIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M3 3l14 14M6.3 11.4a5.3 5.3 0 0 1 3-1.4M3.4 8.3A9.6 9.6 0 0 1 6 6.6M9.4 5.5a9.6 9.6 0 0 1 7.2 2.8M12.6 10.6a5.2 5.2 0 0 1 1.1.8M10 15v.1" />
  </Icon>
);
export const QuestionIcon = (props: Props) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M7.9 8a2.1 2.1 0 1 1 3.2 1.8c-.7.5-1.1.9-1.1 1.6M10 13.8v.1" />
  </Icon>
);
export const UserIcon = (props: Props) => (
  <Icon {...props}>
    <circle cx="10" cy="7" r="3.2" />
    <path d="M3.8 16.5a6.3 6.3 0 0 1 12.4 0" />
  </Icon>
);

export const LockIcon = (props: Props) => (
  <Icon {...props}>
    <rect x="4.5" y="9" width="11" height="7.5" rx="1.8" />
    <path d="M7 9V6.8a3 3 0 0 1 6 0V9" />
  </Icon>
);
export const SmileIcon = (props: Props) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M7.5 8.2v.1M12.5 8.2v.1M7 12a3.7 3.7 0 0 0 6 0" />
  </Icon>
);
export const PassOnIcon = (props: Props) => (
  <Icon {...props} class="mirrored">
    <circle cx="6.5" cy="6.5" r="2.6" />
    <path d="M2.5 15.5a4.2 4.2 0 0 1 8 0M12 10h5M14.5 7.5 17 10l-2.5 2.5" />
  </Icon>
);
export const MailIcon = (props: Props) => (
  <Icon {...props}>
    <rect x="2.5" y="4.5" width="15" height="11" rx="1.8" />
    <path d="m3.5 6 6.5 5 6.5-5" />
  </Icon>
);
export const BoardIcon = (props: Props) => (
  <Icon {...props}>
    <rect x="3" y="3.5" width="14" height="10" rx="1.8" />
    <path d="M7 16.8h6M6.5 10.5V9M10 10.5V6.8M13.5 10.5V8" />
  </Icon>
);

export const FollowUpIcon = (props: Props) => (
  <Icon {...props} class="mirrored">
    <path d="M4 17V3.5M4 4.5h10.5l-2.2 3.2 2.2 3.3H4" />
  </Icon>
);

/** Filled, so that 3 of 5 is a shape and not a shade. */
export function Star({ full, size = 14 }: { full: boolean; size?: number }) {
  return (
    <svg class={full ? 'star star-full' : 'star'} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="m10 2.4 2.3 4.9 5.3.7-3.9 3.7 1 5.3-4.7-2.6L5.3 17l1-5.3L2.4 8l5.3-.7z"
        fill={full ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linejoin="round"
      />
    </svg>
  );
}
export const CommandIcon = (props: Props) => (
  <Icon {...props}>
    <path d="M4 5l4 5-4 5M10.5 15H16" />
  </Icon>
);
export const ChoicesIcon = (props: Props) => (
  <Icon {...props}>
    <rect x="3" y="3.5" width="14" height="5.5" rx="2.75" />
    <rect x="3" y="11.5" width="9" height="5.5" rx="2.75" />
  </Icon>
);

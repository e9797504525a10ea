/** One stroke set on a 20 px grid. Hidden from assistive technology: a word always stands beside or behind them. */
export function Icon({ shape }: { shape: string }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}

export const CloseIcon = () => <Icon shape="m5.5 5.5 9 9m0-9-9 9" />;
export const SendIcon = () => <Icon shape="M10 16V4.5M5 9.5l5-5 5 5" />;
export const DownIcon = () => <Icon shape="M10 4v11.5M5 10.5l5 5 5-5" />;
export const ClockIcon = () => <Icon shape="M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM10 6.5V10l2.5 1.5" />;
export const TickIcon = () => <Icon shape="m4.5 10.5 3.5 3.5 7.5-8" />;
export const TicksIcon = () => <Icon shape="m1.5 10.5 3.5 3.5 7-8M9.5 13l1 1 7.5-8" />;
export const OfflineIcon = () => (
  <Icon shape="m3 3 14 14M2.5 8.5a11 11 0 0 1 4-2.5m4-.8a11 11 0 0 1 7 3.3M5.5 12a6 6 0 0 1 4-1.8M10 15.5v.1" />
);
export const BellIcon = () => <Icon shape="M10 4v2.5M8 4h4M3.5 13.5a6.5 6.5 0 0 1 13 0zM2.5 16.5h15" />;

import { h, type VNode } from './h.ts';

/** Paths on a 20 × 20 grid, drawn with a line of 1.5. */
const PATHS = {
  close: 'M5 5l10 10M15 5L5 15',
  chevron: 'M5 8l5 5 5-5',
  back: 'M12 4l-6 6 6 6',
  dots: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  menu: 'M3 5h14M3 10h14M3 15h14',
  bolt: 'M11 2L4 11.5h5L8.5 18 16 8.5h-5z',
  send: 'M3 4l14 6-14 6 2.5-6zM5.5 10H11',
  reply: 'M4 4h12v9H9l-4 3.5V13H4z',
  lock: 'M5 9h10v8H5zM7 9V6a3 3 0 016 0v3',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 110 4 2 2 0 010-4z',
  file: 'M5 2h7l4 4v12H5zM12 2v4h4',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6',
  wire: 'M3 7h11M11 4l3 3-3 3M17 13H6M9 10l-3 3 3 3',
  check: 'M4 10.5l4 4 8-9',
  image: 'M3 4h14v12H3zM3 14l4-4 3 3 3-4 4 5',
  at: 'M13 10a3 3 0 11-6 0 3 3 0 016 0zm0 0v1.5a2 2 0 004 0V10a7 7 0 10-3 5.7',
  info: 'M10 3a7 7 0 110 14 7 7 0 010-14zM10 9v5M10 6.2v.01',
} as const;

/** A small drawing beside words; never the only name of a button. */
export const icon = (name: keyof typeof PATHS): VNode =>
  h(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { d: PATHS[name] }),
  );

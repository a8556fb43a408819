/** Which customs offices' declarations go to which of the three sinks: the hub's route conditions and the limit's table. */
export const officesOfSink = [
  ['0901', '0902'],
  ['0903', '0904'],
  ['0905', '0906'],
] as const;

export const sinkCount = officesOfSink.length;

/** Plans whose costs lie within this are as good as equal: the planner's own figures are no better. */
export const tieRatio = 1.05;

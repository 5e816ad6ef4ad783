import styles from './stitch-rule.module.css';

/** The seam between two sections. */
export const StitchRule = () => <hr className={styles['rule']} />;

/** Migrations that need what only the program knows; the others are SQL, beside the resources of the same name. */
package db.migration;

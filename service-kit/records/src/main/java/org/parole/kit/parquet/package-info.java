/**
 * Tables of records as Parquet, written as a stream: the encodings and the thrift structures of Apache Parquet without its part that
 * needs Hadoop and classes made at run time, which executables cannot have.
 */
package org.parole.kit.parquet;
